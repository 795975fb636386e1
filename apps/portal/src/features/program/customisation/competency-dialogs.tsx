import type { CustomChangeView } from '@journeybook/contracts';
import type { Act } from './competency-changes.js';
import type { JobBookLine } from './job-book-lines.js';
import type { Customise } from './use-customisation.js';
import { WordsDialog } from './words-dialog.js';

interface CompetencyDialogsProps {
  /** What is being done with which competency; null while nothing is. */
  readonly asking: { readonly act: Act; readonly line: JobBookLine } | null;
  readonly customise: Customise;
  readonly onClose: () => void;
}

/** Asks for the new words of a competency, or for the reason why it is set aside. */
export function CompetencyDialogs({ asking, customise, onClose }: CompetencyDialogsProps) {
  const competency = asking?.line.competency;
  const make = (change: CustomChangeView) => customise.mutate([change], { onSuccess: onClose });
  const common = { customise, onClose };
  return (
    <>
      <WordsDialog
        {...common}
        opened={asking?.act === 'reword'}
        title={`Reword ${competency?.code}`}
        about={asking?.line.before ?? competency?.title ?? ''}
        label="In the words of your shop"
        description="What it asks for stays the same; what is signed stays signed"
        initial={competency?.title ?? ''}
        missing="Say what it reads instead"
        action="Reword"
        maxLength={300}
        onGive={(title) => competency && make({ kind: 'competency-reworded', competency: competency.code, title })}
      />
      <WordsDialog
        {...common}
        opened={asking?.act === 'set-aside'}
        title={`Set ${competency?.code} aside`}
        about={competency?.title ?? ''}
        label="Why it does not apply here"
        description="Nobody needs it for completion any more; where it is signed already it stays in the Job Book"
        initial=""
        missing="Say why it does not apply"
        action="Set aside"
        maxLength={2000}
        onGive={(reason) => competency && make({ kind: 'competency-set-aside', competency: competency.code, reason })}
      />
    </>
  );
}
