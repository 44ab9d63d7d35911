import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../frame/dialog.js';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { useWords } from '../words.js';
import { useUploads, type Sent } from './use-uploads.js';

/** Chooses files and a folder, and shows how far they are. Cancel stops what is on its way. */
export function UploadDialog({ bucket, folder, onClose }: { bucket: string; folder: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [typed, setTyped] = useState(folder);
  const uploads = useUploads(bucket);
  const prefix = typed === '' || typed.endsWith('/') ? typed : `${typed}/`;
  const submit = async (): Promise<void> => {
    const sent = await uploads.start(prefix, files);
    if (!sent.every(({ state }) => state === 'done')) return;
    flash.done(t('buckets.uploaded', { count: sent.length }));
    onClose();
  };
  const over = uploads.sent !== null && !uploads.running;
  return (
    <Dialog
      title={t('buckets.upload')} confirm={t('buckets.upload')} size="large" busy={uploads.running} blocked={files.length === 0} onConfirm={submit} onClose={() => (uploads.running ? uploads.cancel() : onClose())}
      {...(over ? { result: <Progress sent={uploads.sent ?? []} /> } : {})}
    >
      {uploads.sent === null ? (
        <SpaceBetween size="m">
          <FormField label={t('buckets.folder')} constraintText={t('buckets.folderHint')}><Input value={typed} onChange={({ detail }) => setTyped(detail.value)} placeholder="reports/2026/" spellcheck={false} /></FormField>
          <FormField label={t('buckets.files')} constraintText={t('buckets.filesHint')}>
            <FileUpload
              value={[...files]} multiple showFileSize showFileLastModified={false} onChange={({ detail }) => setFiles(detail.value)}
              i18nStrings={{ uploadButtonText: () => t('buckets.chooseFiles'), dropzoneText: () => t('buckets.dropFiles'), removeFileAriaLabel: index => t('buckets.removeFile', { number: index + 1 }), limitShowFewer: t('buckets.showFewer'), limitShowMore: t('buckets.showMore'), errorIconAriaLabel: t('frame.failed'), warningIconAriaLabel: t('frame.failed') }}
            />
          </FormField>
        </SpaceBetween>
      ) : <Progress sent={uploads.sent} />}
    </Dialog>
  );
}

function Progress({ sent }: { sent: readonly Sent[] }): ReactNode {
  const { t } = useWords();
  return (
    <SpaceBetween size="s">
      {sent.map(({ key, name, progress, state, failure }) => (
        <div key={key}>
          {state === 'sending' ? <ProgressBar value={progress} label={name} /> : <StatusIndicator type={INDICATORS[state]}>{`${name}: ${t(`buckets.states.${state}`)}`}</StatusIndicator>}
          {state === 'failed' ? <Failure error={failure} /> : null}
        </div>
      ))}
    </SpaceBetween>
  );
}

const INDICATORS = { waiting: 'pending', done: 'success', cancelled: 'stopped', failed: 'error' } as const;
