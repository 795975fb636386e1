import { Radio, TextInput } from '@mantine/core';
import { endpoints, type OwnOrganization } from '@journeybook/contracts';
import { isCalendarDate } from '@journeybook/domain';
import { useState } from 'react';
import { DayField } from '../../ui/day-field.js';
import { DialogForm } from '../../ui/form-dialog.js';
import { explain, fieldError, isProblem } from '../../ui/problem-notice.js';
import { today } from '../../ui/show-dates.js';
import { roleNames } from '../session/role-names.js';
import { describeSent } from './invitation-line.js';
import { usePeopleAct } from './use-people.js';

type MemberRole = OwnOrganization['mayInvite'][number];

const whatTheyDo: Record<MemberRole, string> = {
  mentor: 'Approves hours and signs off skills of the apprentices assigned to them',
  'employer-admin': 'Assigns mentors, sees every apprentice here, invites people',
  instructor: 'Confirms who completed a course, inside Canvas or Moodle',
  'college-admin': 'Invites the people of the college',
  'sponsor-admin': 'Registers apprentices, decides and awards, invites people and partners',
  auditor: 'Reads every record, agreement and program here, changes nothing, and each look is on file',
};

interface InviteFormProps {
  readonly organization: Pick<OwnOrganization, 'id' | 'mayInvite'>;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** Invites somebody to a role: as whom, and where the letter goes. */
export function InviteForm({ organization: { id, mayInvite }, onDone, onClose }: InviteFormProps) {
  const only = mayInvite.length === 1 ? mayInvite[0] : undefined;
  const [form, setForm] = useState<{ role: MemberRole | ''; name: string; email: string; until: string }>({
    role: only ?? '',
    name: '',
    email: '',
    until: '',
  });
  const [tried, setTried] = useState(false);
  const invite = usePeopleAct((client, role: MemberRole) =>
    client(endpoints.invite, {
      body: {
        organization: id,
        role,
        name: form.name.trim(),
        email: form.email.trim(),
        until: role === 'auditor' && isCalendarDate(form.until) ? form.until : null,
      },
    }),
  );
  const missing = (value: string, words: string) => (tried && value.trim() === '' ? words : undefined);
  const submit = () => {
    setTried(true);
    const { role, name, email } = form;
    if (role === '' || name.trim() === '' || email.trim() === '') return false;
    invite.mutate(role, { onSuccess: (sent) => onDone(describeSent(sent)) });
    return true;
  };
  const wrongDay = isProblem(invite.error, 'last-day-over') ? explain(invite.error) : undefined;
  return (
    <DialogForm
      action="Invite"
      busy={invite.isPending}
      error={wrongDay ? null : invite.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group
        label="As"
        required
        value={form.role}
        onChange={(role) => setForm({ ...form, role: mayInvite.find((one) => one === role) ?? '' })}
        error={missing(form.role, 'Choose a role')}
      >
        <div className="stack">
          {mayInvite.map((role) => (
            <Radio key={role} value={role} label={roleNames[role]} description={whatTheyDo[role]} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label="Name"
        required
        autoComplete="off"
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        error={missing(form.name, 'Enter the name') ?? fieldError(invite.error, 'name')}
      />
      <TextInput
        label="E-mail"
        type="email"
        required
        autoComplete="off"
        value={form.email}
        onChange={(event) => setForm({ ...form, email: event.currentTarget.value })}
        error={missing(form.email, 'Enter the e-mail address') ?? fieldError(invite.error, 'email')}
      />
      {form.role === 'auditor' && (
        <DayField
          label="Last day"
          description="The role ends with it by itself. Leave it empty to end the role by hand."
          value={form.until}
          min={today()}
          onChange={(until) => setForm({ ...form, until })}
          error={wrongDay ?? fieldError(invite.error, 'until')}
        />
      )}
    </DialogForm>
  );
}
