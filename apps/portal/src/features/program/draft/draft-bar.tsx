import { Button } from '@mantine/core';
import { useState } from 'react';
import { isProblem, ProblemNotice } from '../../../ui/problem-notice.js';
import { countOf } from '../../../ui/show-dates.js';
import { ConflictNotice } from './conflict-notice.js';
import { countFindings } from './count-findings.js';
import { DiscardDialog } from './discard-dialog.js';
import css from './draft-editor.module.css';
import type { Finding } from './place.js';
import { PublishDialog } from './publish-dialog.js';
import type { DraftDesk } from './use-draft-form.js';
import { type Saving, useSaving } from './use-saving.js';

/** Saving and publishing, always in reach, with what keeps from it. */
export function DraftBar({ desk, onShow }: { desk: DraftDesk; onShow: (finding: Finding) => void }) {
  const saving = useSaving(desk, onShow);
  const [asking, setAsking] = useState<'publish' | 'discard' | null>(null);
  const close = () => setAsking(null);
  const changed = isProblem(saving.error, 'changed-since-shown');
  return (
    <>
      {saving.unsaveable > 0 && (
        <div role="alert" className={css.unsaveable}>
          {countOf(saving.unsaveable, 'field')} cannot be saved as typed. What you typed is kept here.
        </div>
      )}
      {changed ? (
        <ConflictNotice desk={desk} saving={saving} />
      ) : (
        <ProblemNotice error={saving.error} onRetry={saving.save} />
      )}
      <div className={css.actions}>
        <span className={css.state}>
          <span role="status">{describeState(desk, saving)}</span>
          <span className="soft"> · {countFindings(desk.faults.findings)}</span>
        </span>
        <span className={css.buttons}>
          <Button variant="subtle" onClick={() => setAsking('discard')}>
            Discard…
          </Button>
          <Button variant="default" onClick={() => setAsking('publish')}>
            Publish…
          </Button>
          {/* Not disabled while it saves: the focus would be lost. */}
          <Button aria-busy={saving.busy} onClick={() => !saving.busy && saving.save()}>
            Save
          </Button>
        </span>
      </div>
      <PublishDialog opened={asking === 'publish'} desk={desk} saving={saving} onShow={onShow} onClose={close} />
      <DiscardDialog opened={asking === 'discard'} desk={desk} onClose={close} />
    </>
  );
}

function describeState({ dirty }: DraftDesk, { busy, done }: Saving): string {
  if (busy) return 'Saving…';
  if (dirty) return 'Not saved yet';
  return done ? 'Saved' : 'Nothing changed';
}
