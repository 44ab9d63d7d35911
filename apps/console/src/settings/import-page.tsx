import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { useAccountPage } from '../accounts/use-account-page.js';
import { Failure } from '../frame/failure.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { useWords } from '../words.js';
import { ImportResults } from './import-results.js';
import { useImport, type ImportKind } from './use-import.js';

/** Moving in from the files that Chime exported: what a dry run says would happen, then the same for good. */
export function ImportPage(): ReactNode {
  const { t } = useWords();
  const { accountId, crumbs } = useAccountPage();
  const [kind, setKind] = useState<ImportKind>('users');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [invite, setInvite] = useState(false);
  const work = useImport(accountId, kind, files, invite);
  const action = kind === 'users' ? 'chime:ImportUsers' : 'chime:ImportRoom';
  const change = (next: () => void): void => { next(); work.forget(); };
  const tried = work.run !== null && work.run.dry && work.run.done && work.run.failure === null;
  return (
    <Page title={t('settings.import')} description={t('settings.importText')} crumbs={crumbs} guide="moving-in">
      <Container
        header={<Header variant="h2">{t('settings.importWhat')}</Header>}
        footer={(
          <SpaceBetween direction="horizontal" size="xs">
            <ActionButton action={action} disabled={files.length === 0} loading={work.run !== null && work.run.dry && !work.run.done} onClick={() => void work.start(true)}>{t('settings.dryRun')}</ActionButton>
            <ActionButton action={action} variant="primary" disabled={!tried} disabledReason={t('settings.dryRunFirst')} loading={work.run !== null && !work.run.dry && !work.run.done} onClick={() => void work.start(false)}>{t('settings.importNow')}</ActionButton>
          </SpaceBetween>
        )}
      >
        <SpaceBetween size="m">
          <RadioGroup
            value={kind} ariaLabel={t('settings.importWhat')} onChange={({ detail }) => change(() => { setKind(detail.value as ImportKind); setFiles([]); })}
            items={[{ value: 'users', label: t('settings.importUsers'), description: t('settings.importUsersText') }, { value: 'rooms', label: t('settings.importRooms'), description: t('settings.importRoomsText') }]}
          />
          <FormField label={t('settings.importFiles')} constraintText={t('settings.importFilesHint')}>
            <FileUpload
              value={[...files]} multiple accept=".csv,text/csv" showFileSize onChange={({ detail }) => change(() => setFiles(detail.value))}
              i18nStrings={{ uploadButtonText: multiple => t(multiple ? 'settings.chooseFiles' : 'settings.chooseFile'), dropzoneText: () => t('settings.dropFiles'), removeFileAriaLabel: index => t('settings.removeFile', { number: index + 1 }), limitShowFewer: t('settings.showFewer'), limitShowMore: t('settings.showMore'), errorIconAriaLabel: t('frame.failed'), warningIconAriaLabel: t('frame.failed') }}
            />
          </FormField>
          {kind === 'users' ? <Checkbox checked={invite} description={t('settings.sendInvitationsText')} onChange={({ detail }) => change(() => setInvite(detail.checked))}>{t('settings.sendInvitations')}</Checkbox> : null}
        </SpaceBetween>
      </Container>
      {work.wrong === null ? null : <Alert type="error" header={t('settings.fileWrong')}>{work.wrong}</Alert>}
      {work.run === null ? null : (
        <SpaceBetween size="m">
          {work.run.done ? null : <ProgressBar value={work.run.progress} label={t(work.run.dry ? 'settings.trying' : 'settings.importing')} />}
          {work.run.failure === null ? null : <Failure error={work.run.failure} />}
          {work.run.done && work.run.failure === null ? <Alert type={work.run.dry ? 'info' : 'success'}>{t(work.run.dry ? 'settings.tried' : 'settings.imported')}</Alert> : null}
          <ImportResults lines={work.run.lines} />
        </SpaceBetween>
      )}
      {work.run === null && work.wrong === null ? <Box color="text-body-secondary">{t('settings.importHint')}</Box> : null}
    </Page>
  );
}
