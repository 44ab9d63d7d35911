import HelpPanel from '@cloudscape-design/components/help-panel';
import Spinner from '@cloudscape-design/components/spinner';
import { useQuery } from '@tanstack/react-query';
import MarkdownIt from 'markdown-it';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import { useGuide } from './guide-state.js';

const PAGES = import.meta.glob<string>('../../../../docs/admin/*/*.md', { query: '?raw', import: 'default' });
const PICTURES = import.meta.glob<string>('../../../../docs/console/*.png', { query: '?url', import: 'default', eager: true });
const markdown = new MarkdownIt({ html: false, linkify: false });

/** The administrator's guide beside the page that it speaks of. */
export function GuidePanel(): ReactNode {
  const { t, language } = useWords();
  const { topic } = useGuide();
  const { data } = useQuery({ queryKey: ['guide', language, topic], queryFn: async () => htmlOf(await PAGES[`../../../../docs/admin/${language}/${topic}.md`]?.() ?? ''), staleTime: Infinity });
  const title = data?.title ?? t('frame.guide');
  return (
    <HelpPanel header={<h2>{title}</h2>}>
      {/* Our own text, rendered without raw HTML. */}
      {data === undefined ? <Spinner /> : <div className="guide" dangerouslySetInnerHTML={{ __html: data.html }} />}
    </HelpPanel>
  );
}

/** A page's title, and the rest of it as HTML, with pictures where they are served. */
export function htmlOf(text: string): { title: string; html: string } {
  const [, title = '', rest = text] = /^# (.*)\n([^]*)$/.exec(text) ?? [];
  const pictured = rest.replaceAll(/\]\(\.\.\/\.\.\/console\/([\w-]+\.png)\)/g, (_, name: string) => `](${PICTURES[`../../../../docs/console/${name}`] ?? name})`);
  return { title, html: markdown.render(pictured) };
}
