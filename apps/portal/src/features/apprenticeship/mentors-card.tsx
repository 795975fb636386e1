import { Button } from '@mantine/core';
import { type AgreementView, endpoints, type MentorshipView } from '@journeybook/contracts';
import { useState } from 'react';
import { Badge } from '../../ui/badge.js';
import { DayField } from '../../ui/day-field.js';
import { Remark } from '../../ui/done-notice.js';
import { Empty } from '../../ui/empty.js';
import { DialogForm, FormDialog } from '../../ui/form-dialog.js';
import { Line } from '../../ui/line.js';
import { fieldError } from '../../ui/problem-notice.js';
import { showDate, today } from '../../ui/show-dates.js';
import { AssignMentorForm } from './assign-mentor-form.js';
import { describeRatio } from './facts-card.js';
import { mentorshipOrder, mentorshipPeriod, mentorshipTime } from './mentorship-order.js';
import { useAgreementAct } from './use-agreement.js';

interface MentorsCardProps {
  readonly agreement: AgreementView;
  readonly onDone: (words: string) => void;
}

/** Who is assigned to the apprentice, since when and until when; the employer and the sponsor assign and end it here. */
export function MentorsCard({ agreement, onDone }: MentorsCardProps) {
  const { mentorships, may, ratio } = agreement;
  const [opened, setOpened] = useState(false);
  const [isOverRatio, setOverRatio] = useState(false);
  const assigned = (words: string, overRatio: boolean) => {
    setOpened(false);
    setOverRatio(overRatio);
    onDone(words);
  };
  return (
    <section className="card stack" aria-labelledby="mentors">
      <h2 id="mentors">Mentors</h2>
      {isOverRatio && ratio && (
        <Remark>
          Look at the ratio: this program has {describeRatio(ratio)}, and with this assignment the site trains more. The
          mentor is assigned all the same.
        </Remark>
      )}
      {mentorships.length === 0 && (
        <Empty title="Nobody is assigned yet">
          Hours and skills are signed by a mentor who is assigned on that day.
        </Empty>
      )}
      {mentorships.length > 0 && (
        <ul>
          {mentorshipOrder(mentorships, today()).map((one) => (
            <MentorLine key={one.id} agreement={agreement} mentorship={one} onDone={onDone} />
          ))}
        </ul>
      )}
      {may.assignMentor && (
        <div>
          <Button
            variant={mentorships.length === 0 && agreement.status !== 'draft' ? 'filled' : 'default'}
            onClick={() => setOpened(true)}
          >
            Assign a mentor
          </Button>
          <FormDialog opened={opened} title="Assign a mentor" onClose={() => setOpened(false)}>
            <AssignMentorForm agreement={agreement} onDone={assigned} onClose={() => setOpened(false)} />
          </FormDialog>
        </div>
      )}
    </section>
  );
}

function MentorLine({ agreement, mentorship, onDone }: MentorsCardProps & { mentorship: MentorshipView }) {
  const [opened, setOpened] = useState(false);
  const { mentor, kind } = mentorship;
  const time = mentorshipTime(mentorship, today());
  const ended = (until: string) => {
    setOpened(false);
    onDone(`${mentor.name} is assigned until ${showDate(until)}.`);
  };
  return (
    <Line
      title={mentor.name}
      end={
        <>
          {time === 'over' && <Badge tone="plain">over</Badge>}
          {time === 'to-come' && <Badge tone="plain">to come</Badge>}
          {agreement.may.assignMentor && time !== 'over' && (
            <Button
              variant="default"
              aria-label={`End the assignment of ${mentor.name}`}
              onClick={() => setOpened(true)}
            >
              End
            </Button>
          )}
          <FormDialog opened={opened} title={`End the assignment of ${mentor.name}`} onClose={() => setOpened(false)}>
            <EndMentorshipForm
              agreement={agreement}
              mentorship={mentorship}
              onDone={ended}
              onClose={() => setOpened(false)}
            />
          </FormDialog>
        </>
      }
    >
      {kind === 'stand-in' ? 'standing in, decides hours only' : 'mentor'} · {mentorshipPeriod(mentorship, today())}
    </Line>
  );
}

interface EndMentorshipFormProps {
  readonly agreement: AgreementView;
  readonly mentorship: MentorshipView;
  readonly onDone: (until: string) => void;
  readonly onClose: () => void;
}

function EndMentorshipForm({ agreement, mentorship, onDone, onClose }: EndMentorshipFormProps) {
  const [until, setUntil] = useState(today() < mentorship.from ? mentorship.from : (today() as string));
  const [tried, setTried] = useState(false);
  const { apprenticeship } = agreement;
  const end = useAgreementAct((client, body: { until: string }) =>
    client(endpoints.endMentorship, { params: { apprenticeship, mentorship: mentorship.id }, body }),
  );
  const submit = () => {
    setTried(true);
    if (until === '') return false;
    end.mutate({ until }, { onSuccess: () => onDone(until) });
    return true;
  };
  return (
    <DialogForm action="End assignment" busy={end.isPending} error={end.error} onSubmit={submit} onClose={onClose}>
      <p>What {mentorship.mentor.name} signed up to then stays signed.</p>
      <DayField
        label="Last day"
        required
        value={until}
        min={mentorship.from}
        onChange={setUntil}
        error={tried && until === '' ? 'Choose the last day' : fieldError(end.error, 'until')}
      />
    </DialogForm>
  );
}
