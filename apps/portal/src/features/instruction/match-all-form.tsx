import { Button, Checkbox } from '@mantine/core';
import type { LmsIdentityId } from '@journeybook/domain';
import { memo, useCallback, useState } from 'react';
import { DialogForm } from '../../ui/form-dialog.js';
import css from './match-all.module.css';
import type { ProposedMatch } from './propose-matches.js';
import type { Matching } from './use-matching.js';

interface MatchAllFormProps {
  readonly proposed: readonly ProposedMatch[];
  readonly matching: Matching;
  readonly onClose: () => void;
}

/** Every suggestion with its reason and a tick; ticked already where the number or the e-mail is the same and nothing is odd. */
export function MatchAllForm({ proposed, matching, onClose }: MatchAllFormProps) {
  // As it was when the form was opened: the page is read again beneath it, and yes is said to what stands here.
  const [shown] = useState(proposed);
  const [plain, doubtful] = [shown.filter(({ doubt }) => !doubt), shown.filter(({ doubt }) => doubt)];
  const [chosen, setChosen] = useState<ReadonlySet<LmsIdentityId>>(new Set(plain.map(({ identity }) => identity)));
  const [tried, setTried] = useState(false);
  const toggle = useCallback<Toggle>((some, on) => {
    setChosen((before) => {
      const next = new Set(before);
      for (const { identity } of some) on ? next.add(identity) : next.delete(identity);
      return next;
    });
  }, []);
  const submit = () => {
    setTried(true);
    const yes = shown.filter(({ identity }) => chosen.has(identity));
    if (yes.length > 0) matching.match(yes, onClose);
    return yes.length > 0;
  };
  const group = { chosen, toggle };
  return (
    <DialogForm
      action={`Match ${chosen.size}`}
      sticky
      busy={matching.busy}
      error={matching.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>Nobody is matched until you choose “Match”. Each learner you match sees that apprentice's record.</p>
      {tried && chosen.size === 0 && (
        <p role="alert" className={css.missing}>
          Tick whom you know
        </p>
      )}
      <ProposedGroup title="Same student id or e-mail" proposed={plain} {...group} offersAll />
      <ProposedGroup title="To be looked at first: tick only whom you know" proposed={doubtful} {...group} />
    </DialogForm>
  );
}

type Toggle = (some: readonly ProposedMatch[], on: boolean) => void;

interface ProposedGroupProps {
  readonly title: string;
  readonly proposed: readonly ProposedMatch[];
  readonly chosen: ReadonlySet<LmsIdentityId>;
  readonly toggle: Toggle;
  /** Whether all of them may be ticked at once: not where each has to be looked at. */
  readonly offersAll?: boolean;
}

function ProposedGroup({ title, proposed, chosen, toggle, offersAll = false }: ProposedGroupProps) {
  if (proposed.length === 0) return null;
  const all = proposed.every(({ identity }) => chosen.has(identity));
  return (
    <fieldset className={css.group}>
      <legend>
        {title} ({proposed.length})
      </legend>
      {offersAll && proposed.length > 1 && (
        <Button variant="subtle" className={css.all ?? ''} onClick={() => toggle(proposed, !all)}>
          {all ? 'Take all ticks off' : 'Tick all of these'}
        </Button>
      )}
      <ul className={css.proposed}>
        {proposed.map((one) => (
          <ProposedLine key={one.identity} one={one} checked={chosen.has(one.identity)} toggle={toggle} />
        ))}
      </ul>
    </fieldset>
  );
}

interface ProposedLineProps {
  readonly one: ProposedMatch;
  readonly checked: boolean;
  readonly toggle: Toggle;
}

// Of three hundred lines only the one that was ticked is drawn anew.
const ProposedLine = memo(function ProposedLine({ one, checked, toggle }: ProposedLineProps) {
  return (
    <li>
      <Checkbox
        classNames={words}
        checked={checked}
        onChange={(event) => toggle([one], event.currentTarget.checked)}
        label={
          <>
            {one.learner} is <b>{one.apprentice}</b>
          </>
        }
        description={[one.because, one.employer, one.doubt].filter(Boolean).join(' · ')}
      />
    </li>
  );
});

const words = { labelWrapper: css.words ?? '' };
