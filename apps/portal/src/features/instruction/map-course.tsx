import { Button, TextInput } from '@mantine/core';
import type { SectionView } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { PageHeading } from '../../ui/page-heading.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { CourseChoices } from './course-choices.js';
import { guessCourse } from './guess-course.js';
import css from './map-course.module.css';
import { readPercent } from '../../ui/read-percent.js';
import { useMapCourse } from './use-section.js';

interface MapCourseProps {
  readonly section: SectionView;
  readonly onDone: () => void;
  /** Null on the first launch, when there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}

type Choice = SectionView['choices'][number];
const usualPassMark = '70';

/** Which RTI course is this? The likeliest is chosen already, but only a person's button saves it. */
export function MapCourse({ section, onDone, onCancel }: MapCourseProps) {
  const { mapping } = section;
  const guessed = mapping ? null : guessCourse(section);
  const [chosen, setChosen] = useState<Choice | null>(mapping ?? guessed);
  const [passMark, setPassMark] = useState(mapping ? String(mapping.passMarkPercent) : usualPassMark);
  const [missing, setMissing] = useState('');
  const map = useMapCourse();
  const percent = readPercent(passMark);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(chosen ? '' : 'Choose the course first.');
    if (!chosen || percent === null) return;
    map.mutate({ rapidsCode: chosen.rapidsCode, course: chosen.code, passMarkPercent: percent }, { onSuccess: onDone });
  };

  return (
    <form onSubmit={submit} className={css.form} noValidate>
      <div>
        <PageHeading title="Which RTI course is this?" />
        <p className="soft">
          {[section.title, section.label, section.college.name, section.platformName].filter(Boolean).join(' · ')}. Who
          completes it earns the hours of the course you choose.
        </p>
      </div>
      <CourseChoices choices={section.choices} chosen={chosen} guessed={guessed} onChoose={setChosen} />
      <TextInput
        label="Pass mark, percent"
        inputMode="decimal"
        className={css.mark ?? ''}
        value={passMark}
        onChange={(event) => setPassMark(event.currentTarget.value)}
        error={percent === null ? 'A number from 0 to 100' : fieldError(map.error, 'passMarkPercent')}
      />
      {missing && !chosen && (
        <p role="alert" className={css.missing}>
          {missing}
        </p>
      )}
      <ProblemNotice error={map.error} />
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
