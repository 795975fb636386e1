import { Button } from '@mantine/core';
import { useState } from 'react';
import notice from '../../../ui/notice.module.css';
import { ConflictDialog } from './conflict-dialog.js';
import type { DraftDesk } from './use-draft-form.js';
import type { Saving } from './use-saving.js';

/** Somebody else saved the draft meanwhile: nothing was saved, nothing typed is lost, and one may look at theirs. */
export function ConflictNotice({ desk, saving }: { desk: DraftDesk; saving: Saving }) {
  const [looking, setLooking] = useState(false);
  return (
    <div role="alert" className={`${notice.notice} ${notice.stop}`}>
      <p>Somebody else saved this draft since you opened it. Nothing was saved; what you typed is still here.</p>
      <Button variant="default" onClick={() => setLooking(true)}>
        Look at their version
      </Button>
      <ConflictDialog opened={looking} desk={desk} saving={saving} onClose={() => setLooking(false)} />
    </div>
  );
}
