import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { ReactNode } from 'react';
import { Page, PageLink } from '../frame/page.js';
import { useWords } from '../words.js';

const STEPS = ['account', 'configure', 'users', 'permissions', 'others'] as const;

/** The guide's first steps (GST-04 to GST-11), each with where it is done. */
export function GettingStartedPage(): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t('home.gettingStarted')} description={t('home.gettingStartedText')} crumbs={[]} guide="overview">
      {STEPS.map((step, i) => (
        <Container key={step} header={<Header variant="h2">{`${i + 1}. ${t(`home.steps.${step}.title`)}`}</Header>} footer={<PageLink to={step === 'others' ? '/iam/users' : '/accounts'}>{t(`home.steps.${step}.go`)}</PageLink>}>
          {t(`home.steps.${step}.text`)}
        </Container>
      ))}
    </Page>
  );
}
