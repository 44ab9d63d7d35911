import { showToast } from '@carillon/ui/toast-list.js';
import type { Words } from './i18n.js';

/** To the clipboard. On plain HTTP browsers have no clipboard for scripts; then the old way through a selected field. */
export async function copyText(text: string, t: Words['t']): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  showToast(t('act.copied'));
}
