import { Button, TextInput } from '@mantine/core';
import type { SectionView } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { sayChanged, useShown } from '../../ui/changed-since-shown.js';
import { showPercent } from '../../ui/course-standing.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Fold } from '../../ui/fold.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { CourseChoices } from './course-choices.js';
import { guessCourse } from './guess-course.js';
import css from './map-course.module.css';
import { readPercent } from '../../ui/read-percent.js';
import { type Policy, PolicyFields, policyWords, usualPolicy } from './policy-fields.js';
import { ProposedMapping } from './proposed-mapping.js';
import { useMapCourse } from './use-section.js';

interface MapCourseProps {
  readonly section: SectionView;
  /** When it is sent: the form stays from then on, whatever a colleague chose meanwhile. */
  readonly onSend: () => void;
  readonly onDone: () => void;
  /** Null on the first launch, when there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}

type Choice = SectionView['choices'][number];
type Proposal = NonNullable<SectionView['proposal']>;
const usualPassMark = '70';

/** Which RTI course is this? The likeliest is chosen already, but only a person's button saves it. */
export function MapCourse({ section, onSend, onDone, onCancel }: MapCourseProps) {
  const form = useMapForm(section, { onSend, onDone });
  const { chosen, percent, map } = form;
  const { proposal } = section;
  return (
    <form onSubmit={form.submit} className={css.form} noValidate>
      <div>
        <PageHeading title="Which RTI course is this?" />
        <p className="soft">
          {[section.title, section.label, section.college.name, section.platformName].filter(Boolean).join(' · ')}. Who
          completes it earns the hours of the course you choose.
        </p>
      </div>
      {proposal && <ProposedMapping proposal={proposal} busy={map.isPending} onTake={() => form.take(proposal)} />}
      <CourseChoices choices={section.choices} chosen={chosen} guessed={form.guessed} onChoose={form.setChosen} />
      <TextInput
        label="Pass mark, percent"
        inputMode="decimal"
        className={css.mark ?? ''}
        value={form.passMark}
        onChange={(event) => form.setPassMark(event.currentTarget.value)}
        error={percent === null ? 'A number from 0 to 100' : fieldError(map.error, 'passMarkPercent')}
      />
      <PolicyFold policy={form.policy} onChange={form.setPolicy} />
      {form.missing && !chosen && (
        <p role="alert" className={css.missing}>
          {form.missing}
        </p>
      )}
      <ProblemNotice error={map.error} says={sayChanged(map.error, sayMapping(section))} />
      <div className={`row ${css.actions}`}>
        <Button type="submit" loading={map.isPending}>
          {chosen ? `Yes, this is ${chosen.title}` : 'Choose this course'}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

const sayMapping = ({ mapping }: SectionView): string =>
  mapping
    ? `${mapping.by} said that it is ${mapping.title}: pass mark ${showPercent(mapping.passMarkPercent)}, ${policyWords(mapping)}.`
    : 'Nobody has said which course it is.';

/** Seldom changed, so closed at first; what it says stands on it. */
function PolicyFold(props: { policy: Policy; onChange: (policy: Policy) => void }) {
  const [expanded, setExpanded] = useState(false);
  return (
    <Fold
      title="How hours are credited"
      summary={policyWords(props.policy)}
      expanded={expanded}
      onToggle={() => setExpanded(!expanded)}
    >
      <PolicyFields {...props} />
    </Fold>
  );
}

/** What is filled in, and how it is sent. */
function useMapForm(section: SectionView, { onSend, onDone }: Pick<MapCourseProps, 'onSend' | 'onDone'>) {
  const { mapping } = section;
  const guessed = mapping ? null : guessCourse(section);
  const [chosen, setChosen] = useState<Choice | null>(mapping ?? guessed);
  const [passMark, setPassMark] = useState(mapping ? String(mapping.passMarkPercent) : usualPassMark);
  const [policy, setPolicy] = useState<Policy>(mapping ?? usualPolicy);
  const [missing, setMissing] = useState('');
  const map = useMapCourse();
  const { ifMatch: shown } = useShown(section.edition, map.error);
  const percent = readPercent(passMark);
  const send = ({ rapidsCode, code }: Choice, passMarkPercent: number, policy: Policy) => {
    const { confirmedBy, creditMode, attempt } = policy;
    onSend();
    map.mutate(
      { shown, rapidsCode, course: code, passMarkPercent, confirmedBy, creditMode, attempt },
      { onSuccess: onDone },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(chosen ? '' : 'Choose the course first.');
    if (chosen && percent !== null) send(chosen, percent, policy);
  };
  const take = (proposal: Proposal) => send(proposal, proposal.passMarkPercent, proposal);
  const fields = { chosen, setChosen, passMark, setPassMark, policy, setPolicy };
  return { ...fields, guessed, percent, missing, map, submit, take };
}
