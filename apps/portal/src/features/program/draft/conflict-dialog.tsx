import { Button, Modal } from '@mantine/core';
import type { StandardContents, StandardDifferenceView, StandardDraftView } from '@journeybook/contracts';
import { compareStandards, type Standard } from '@journeybook/domain';
import { useEffect } from 'react';
import { Loading } from '../../../ui/loading.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { countOf, showInstant } from '../../../ui/show-dates.js';
import { DifferenceList } from '../differences/difference-list.js';
import { contentsOf } from './draft-form.js';
import { useReadAgain } from './use-draft.js';
import type { DraftDesk } from './use-draft-form.js';
import type { Saving } from './use-saving.js';

interface ConflictDialogProps {
  readonly opened: boolean;
  readonly desk: DraftDesk;
  readonly saving: Saving;
  readonly onClose: () => void;
}

/** Theirs beside mine, and which of the two goes on. */
export function ConflictDialog({ opened, ...rest }: ConflictDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      title="Two versions of this draft"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      <Theirs {...rest} />
    </Modal>
  );
}

function Theirs({ desk, saving, onClose }: Omit<ConflictDialogProps, 'opened'>) {
  const { mutate: read, data: theirs, isPending, error } = useReadAgain(desk.view.id);
  useEffect(() => read(), [read]);
  const keepMine = (found: StandardDraftView) => {
    desk.goOnFrom(found);
    saving.saveOver(found.edition);
    onClose();
  };
  const takeTheirs = (found: StandardDraftView) => {
    desk.startOver(found);
    saving.forget();
    onClose();
  };
  if (!theirs)
    return (
      <>
        {isPending && <Loading what="their version" heights={[120]} />}
        <ProblemNotice error={error} onRetry={() => read()} />
      </>
    );
  const differences = fromTheirs(theirs, contentsOf(desk.form));
  return (
    <div className="stack">
      <p>
        <b>{theirs.changedBy.name}</b> saved it on {showInstant(theirs.changedAt)}. From theirs to what you typed:{' '}
        {countOf(differences.length, 'difference')}.
      </p>
      <DifferenceList differences={differences} />
      <div className="row">
        <Button onClick={() => keepMine(theirs)}>Save mine over theirs</Button>
        <Button variant="default" onClick={() => takeTheirs(theirs)}>
          Take theirs, drop what I typed
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Decide later
        </Button>
      </div>
    </div>
  );
}

/** The differences from what somebody else saved to what is typed here. */
function fromTheirs(theirs: StandardDraftView, mine: StandardContents): readonly StandardDifferenceView[] {
  const standard = (contents: StandardContents) => ({ ...contents, id: theirs.id }) as Standard;
  return compareStandards(standard(theirs.contents), standard(mine)).map((one) => ({
    ...one,
    title: titleOf(mine, one.code) ?? titleOf(theirs.contents, one.code) ?? '',
    fields: [...one.fields],
  }));
}

const titleOf = ({ workProcesses, competencies, courses, electiveGroups = [] }: StandardContents, code: string) =>
  [...workProcesses, ...competencies, ...courses, ...electiveGroups].find((one) => one.code === code)?.title;
