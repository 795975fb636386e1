import { ActionIcon, Button, Modal, TextInput } from '@mantine/core';
import type { StandardContents } from '@journeybook/contracts';
import { type CourseCode, type Minutes, sumMinutes } from '@journeybook/domain';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { Badge } from '../../../ui/badge.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { showHours } from '../../../ui/show-hours.js';
import { TypedField } from '../typed-field.js';
import css from './customisation-page.module.css';
import { type SectorPart, whatIsWrong } from './sector-parts.js';
import type { Customise } from './use-customisation.js';

type Course = StandardContents['courses'][number];

interface SectorCoursesDialogProps {
  /** The course that is divided; null while none is. */
  readonly course: Course | null;
  readonly customise: Customise;
  readonly onClose: () => void;
}

/** Names the courses that fill sector-specific hours; together they have exactly these hours. */
export function SectorCoursesDialog({ course, ...rest }: SectorCoursesDialogProps) {
  return (
    <Modal
      opened={course !== null}
      onClose={rest.onClose}
      title="Name sector-specific courses"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      {course && <SectorForm {...rest} course={course} />}
    </Modal>
  );
}

const mostParts = 30;

function SectorForm({ course, customise, onClose }: SectorCoursesDialogProps & { course: Course }) {
  const empty = (number: number): SectorPart => ({
    code: `${course.code}-${number}` as CourseCode,
    title: '',
    requiredMinutes: 0 as Minutes,
  });
  const [parts, setParts] = useState<readonly SectorPart[]>([empty(1)]);
  const [asked, setAsked] = useState(false);
  const wrong = whatIsWrong(parts, course.requiredMinutes);
  const change = (index: number, part: Partial<SectorPart>) =>
    setParts(parts.map((one, place) => (place === index ? { ...one, ...part } : one)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrong) return;
    const named = parts.map((one) => ({ ...one, title: one.title.trim() }));
    customise.mutate([{ kind: 'sector-courses-named', course: course.code, parts: named }], { onSuccess: onClose });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>
        <b>
          {course.code} {course.title}
        </b>
      </p>
      <div className={css.parts}>
        {parts.map((part, index) => (
          <PartFields
            key={index}
            part={part}
            number={index + 1}
            onChange={(changed) => change(index, changed)}
            onRemove={parts.length > 1 ? () => setParts(parts.toSpliced(index, 1)) : null}
          />
        ))}
      </div>
      <div className={css.sum}>
        <Button
          variant="light"
          disabled={parts.length >= mostParts}
          onClick={() => setParts([...parts, empty(parts.length + 1)])}
        >
          Another course
        </Button>
        <Together parts={parts} required={course.requiredMinutes} />
      </div>
      {asked && wrong && (
        <p role="alert" className={css.wrong}>
          {wrong}
        </p>
      )}
      <ProblemNotice error={customise.error} />
      <div className="row">
        <Button type="submit" loading={customise.isPending}>
          Name them
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function Together({ parts, required }: { parts: readonly SectorPart[]; required: number }) {
  const sum = sumMinutes(parts.map((one) => one.requiredMinutes));
  if (!Number.isFinite(sum)) return null;
  return (
    <Badge tone={sum === required ? 'ok' : 'wait'}>
      {showHours(sum)} of {showHours(required)}
    </Badge>
  );
}

interface PartFieldsProps {
  readonly part: SectorPart;
  readonly number: number;
  readonly onChange: (part: Partial<SectorPart>) => void;
  /** Null for the only one. */
  readonly onRemove: (() => void) | null;
}

function PartFields({ part, number, onChange, onRemove }: PartFieldsProps) {
  return (
    <fieldset className={css.fieldset}>
      <legend className="hidden-visually">Course {number}</legend>
      <div className={css.part}>
        <TextInput
          label="Code"
          maxLength={40}
          value={part.code}
          onChange={(event) => onChange({ code: event.currentTarget.value as CourseCode })}
        />
        <TextInput
          label="Title"
          maxLength={300}
          value={part.title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <TypedField
          kind="hours"
          label="Hours"
          value={part.requiredMinutes}
          onChange={(value) => onChange({ requiredMinutes: (value ?? Number.NaN) as Minutes })}
        />
        {onRemove && (
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={`Remove course ${number}`} onClick={onRemove}>
            <IconTrash size={20} aria-hidden="true" />
          </ActionIcon>
        )}
      </div>
    </fieldset>
  );
}
