import { Button, TextInput } from '@mantine/core';
import type { PickerView } from '@journeybook/contracts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { guessCourse } from '../../features/instruction/guess-course.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { readPercent } from '../../ui/read-percent.js';
import css from './picker.module.css';
import { PickerChoices } from './picker-choices.js';
import type { Leave, Picker } from './send-choice.js';
import { usePickCourses, usePicker } from './use-picker.js';

interface PickerPageProps {
  readonly picker: Picker;
  /** Goes back to the learning platform with these picks. */
  readonly leave: Leave;
}

type Choice = PickerView['choices'][number];
const usualPassMark = '70';

/** What a new link in the platform's course is for: the page that a learning platform opens for an instructor who adds content. */
export function PickerPage({ picker, leave }: PickerPageProps) {
  const view = usePicker();
  const [left, setLeft] = useState(false);
  const go = (picks: readonly string[]) => {
    setLeft(true);
    leave(picker, picks);
  };
  const back = (
    <Button variant="default" disabled={left} onClick={() => go([])}>
      Cancel
    </Button>
  );
  if (view.data)
    return <PickerForm view={view.data} multiple={picker.multiple} left={left} back={back} onPicked={go} />;
  if (view.isPending) return <Loading what="the courses" heights={[48, 260]} />;
  return (
    <div className="stack">
      <ProblemNotice error={view.error} onRetry={view.refetch} />
      <div>{back}</div>
    </div>
  );
}

interface PickerFormProps {
  readonly view: PickerView;
  readonly multiple: boolean;
  readonly left: boolean;
  readonly back: ReactNode;
  readonly onPicked: (picks: readonly string[]) => void;
}

function PickerForm({ view, multiple, left, back, onPicked }: PickerFormProps) {
  const likeliest = mappedCourse(view) ?? guessCourse(view);
  const [chosen, setChosen] = useState<readonly Choice[]>(likeliest && !multiple ? [likeliest] : []);
  const [passMark, setPassMark] = useState(usualPassMark);
  const [asked, setAsked] = useState(false);
  const pick = usePickCourses();
  const percent = readPercent(passMark);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (chosen.length === 0 || percent === null) return;
    const courses = chosen.map(({ rapidsCode, code }) => ({ rapidsCode, course: code }));
    pick.mutate({ courses, passMarkPercent: percent }, { onSuccess: ({ picks }) => onPicked(picks) });
  };

  return (
    <form onSubmit={submit} className={css.form} noValidate>
      <div>
        <PageHeading title={multiple ? 'Which RTI courses do you add?' : 'Which RTI course do you add?'} />
        <p className="soft">
          {[view.title, view.label, view.college.name, view.platformName].filter(Boolean).join(' · ')}. The link you add
          opens the learners of this course; who completes it earns the hours of the RTI course.
        </p>
      </div>
      <PickerChoices
        choices={view.choices}
        multiple={multiple}
        chosen={chosen}
        likeliest={likeliest}
        onChoose={setChosen}
      />
      <TextInput
        label="Pass mark, percent"
        inputMode="decimal"
        className={css.mark ?? ''}
        value={passMark}
        onChange={(event) => setPassMark(event.currentTarget.value)}
        error={percent === null ? 'A number from 0 to 100' : fieldError(pick.error, 'passMarkPercent')}
      />
      {asked && chosen.length === 0 && (
        <p role="alert" className={css.missing}>
          Choose a course first.
        </p>
      )}
      <ProblemNotice error={pick.error} />
      <div className={`row ${css.actions}`}>
        <Button type="submit" loading={pick.isPending || left}>
          {buttonLabel(chosen)}
        </Button>
        {back}
      </div>
    </form>
  );
}

const mappedCourse = ({ choices, mapped }: PickerView): Choice | null =>
  choices.find((one) => one.rapidsCode === mapped?.rapidsCode && one.code === mapped.course) ?? null;

function buttonLabel([first, ...more]: readonly Choice[]): string {
  if (!first) return 'Add the course';
  return more.length === 0 ? `Add ${first.title}` : `Add ${more.length + 1} courses`;
}
