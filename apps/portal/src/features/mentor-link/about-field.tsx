import { Radio } from '@mantine/core';
import type { MentorLinksView } from '@journeybook/contracts';
import { countOf } from '../../ui/show-dates.js';

/** What a mentor is asked to look at: `hours`, or the id of a request for a sign-off. */
export type About = string;

export const hoursThatWait = 'hours';

/** What can be asked for, of all mentors together. */
export function aboutOptions({ mentors, requests }: MentorLinksView): { value: About; label: string }[] {
  const most = Math.max(0, ...mentors.map(({ hoursWaiting }) => hoursWaiting));
  return [
    ...(most > 0 ? [{ value: hoursThatWait, label: `Hours: ${countOf(most, 'entry waits', 'entries wait')}` }] : []),
    ...requests.map(({ id, title }) => ({ value: id, label: `Sign-off: ${title}` })),
  ];
}

/** As the API is asked. */
export const aboutBody = (about: About) =>
  about === hoursThatWait
    ? { aboutHours: true, signOffRequest: null }
    : { aboutHours: false, signOffRequest: about as MentorLinksView['requests'][number]['id'] };

interface AboutFieldProps {
  readonly view: MentorLinksView;
  readonly value: About;
  readonly onChange: (about: About) => void;
}

export const AboutField = ({ view, value, onChange }: AboutFieldProps) => (
  <Radio.Group label="What shall they look at?" value={value} onChange={onChange}>
    <div className="stack">
      {aboutOptions(view).map((one) => (
        <Radio key={one.value} value={one.value} label={one.label} />
      ))}
    </div>
  </Radio.Group>
);
