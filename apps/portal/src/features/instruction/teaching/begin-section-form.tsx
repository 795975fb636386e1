import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import type { TaughtSections } from '@journeybook/contracts';
import type { CalendarDate, CreditMode, OrganizationId, SectionId } from '@journeybook/domain';
import { type FormEvent, useState } from 'react';
import { DayField } from '../../../ui/day-field.js';
import { focusFirstError } from '../../../ui/focus-first-error.js';
import { fieldError, ProblemNotice } from '../../../ui/problem-notice.js';
import { readPercent } from '../../../ui/read-percent.js';
import { showHours } from '../../../ui/show-hours.js';
import { useCreateSection } from './use-teaching.js';

type College = TaughtSections['colleges'][number];

interface BeginSectionProps {
  readonly colleges: readonly College[];
  readonly onBegun: (section: SectionId) => void;
  readonly onClose: () => void;
}

interface Draft {
  readonly college: string;
  readonly course: string;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly passMark: string;
  readonly creditMode: CreditMode;
}

const keyOf = ({ rapidsCode, code }: College['choices'][number]): string => `${rapidsCode} ${code}`;

/** What is still missing, by field; empty when it can be sent. */
function missing(draft: Draft): Partial<Record<keyof Draft, string>> {
  return {
    ...(draft.course === '' ? { course: 'Choose the course' } : {}),
    ...(draft.title.trim() === '' ? { title: 'Give it a name' } : {}),
    ...(draft.startsOn === '' ? { startsOn: 'Choose the first day' } : {}),
    ...(draft.endsOn === '' ? { endsOn: 'Choose the last day' } : {}),
    ...(readPercent(draft.passMark) === null ? { passMark: 'Write a percentage from 0 to 100' } : {}),
  };
}

/** Begins a section: which course, when, and what it takes to be credited. */
export function BeginSectionForm({ colleges, onBegun, onClose }: BeginSectionProps) {
  const [draft, setDraft] = useState<Draft>({
    college: colleges[0]?.id ?? '',
    course: '',
    title: '',
    startsOn: '',
    endsOn: '',
    passMark: '70',
    creditMode: 'all',
  });
  const [asked, setAsked] = useState(false);
  const create = useCreateSection();
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const wrong = asked ? missing(draft) : {};
  const choices = colleges.find(({ id }) => id === draft.college)?.choices ?? [];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    const course = choices.find((one) => keyOf(one) === draft.course);
    if (Object.keys(missing(draft)).length > 0 || !course)
      return requestAnimationFrame(focusErrorOf(event.currentTarget));
    const body = {
      college: draft.college as OrganizationId,
      rapidsCode: course.rapidsCode,
      course: course.code,
      title: draft.title.trim(),
      startsOn: draft.startsOn as CalendarDate,
      endsOn: draft.endsOn as CalendarDate,
      passMarkPercent: readPercent(draft.passMark) ?? 0,
      creditMode: draft.creditMode,
    };
    return create.mutate(body, { onSuccess: ({ id }) => onBegun(id) });
  };
  return (
    <form className="card stack" aria-label="Begin a section" onSubmit={submit} noValidate>
      <h2>Begin a section</h2>
      {colleges.length > 1 && (
        <NativeSelect
          label="College"
          data={colleges.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.college}
          onChange={(event) => set({ college: event.currentTarget.value, course: '' })}
        />
      )}
      <CourseSelect
        choices={choices}
        value={draft.course}
        error={wrong.course}
        onChoose={(course) => set({ course })}
      />
      <TextInput
        label="Name of the section"
        description="As your apprentices know it, such as “Blueprint Reading, Tuesday evenings”"
        required
        maxLength={200}
        value={draft.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={wrong.title ?? fieldError(create.error, 'title')}
      />
      <DayField
        label="First day"
        required
        value={draft.startsOn}
        onChange={(startsOn) => set({ startsOn })}
        error={wrong.startsOn}
      />
      <DayField
        label="Last day"
        required
        value={draft.endsOn}
        min={draft.startsOn}
        onChange={(endsOn) => set({ endsOn })}
        error={wrong.endsOn}
      />
      <TextInput
        label="Pass mark, percent"
        inputMode="decimal"
        required
        value={draft.passMark}
        onChange={(event) => set({ passMark: event.currentTarget.value })}
        error={wrong.passMark}
      />
      <Radio.Group
        label="What is credited?"
        value={draft.creditMode}
        onChange={(value) => set({ creditMode: value === 'attendance' ? 'attendance' : 'all' })}
      >
        <div className="stack">
          <Radio value="all" label="All hours of the course, to who passed" />
          <Radio value="attendance" label="The hours that each attended" />
        </div>
      </Radio.Group>
      <ProblemNotice error={create.error} />
      <div className="row">
        <Button type="submit" loading={create.isPending}>
          Begin
        </Button>
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
      </div>
    </form>
  );
}

const focusErrorOf = (form: HTMLFormElement) => () => focusFirstError(form);

interface CourseSelectProps {
  readonly choices: College['choices'];
  readonly value: string;
  readonly error: string | undefined;
  readonly onChoose: (key: string) => void;
}

function CourseSelect({ choices, value, error, onChoose }: CourseSelectProps) {
  const occupations = [...new Set(choices.map(({ occupation }) => occupation))];
  return (
    <NativeSelect
      label="RTI course"
      required
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
      error={error}
    >
      <option value="">Choose a course</option>
      {occupations.map((occupation) => (
        <optgroup key={occupation} label={occupation}>
          {choices
            .filter((one) => one.occupation === occupation)
            .map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {one.title} ({one.code}, {showHours(one.minutes)})
              </option>
            ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}
