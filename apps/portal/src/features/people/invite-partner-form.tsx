import { Radio, TextInput } from '@mantine/core';
import { endpoints, type OwnOrganization } from '@journeybook/contracts';
import { useState } from 'react';
import { DialogForm } from '../../ui/form-dialog.js';
import { fieldError } from '../../ui/problem-notice.js';
import { describeSent } from './invitation-line.js';
import { usePeopleAct } from './use-people.js';

interface InvitePartnerFormProps {
  readonly sponsor: OwnOrganization['id'];
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

const fields = [
  ['organization', 'Name of the organization', 'Enter the name of the organization'],
  ['name', 'Name of its administrator', 'Enter the name'],
  ['email', 'E-mail of its administrator', 'Enter the e-mail address'],
] as const;

/** Brings in an employer or a college, with the one who will run it. */
export function InvitePartnerForm({ sponsor, onDone, onClose }: InvitePartnerFormProps) {
  const [form, setForm] = useState({ kind: '', organization: '', name: '', email: '' });
  const [tried, setTried] = useState(false);
  const invite = usePeopleAct((client, kind: 'employer' | 'college') =>
    client(endpoints.invitePartner, { body: { ...form, sponsor, kind } }),
  );
  const missing = (value: string, words: string) => (tried && value.trim() === '' ? words : undefined);
  const submit = () => {
    setTried(true);
    const { kind } = form;
    if ((kind !== 'employer' && kind !== 'college') || fields.some(([field]) => form[field].trim() === ''))
      return false;
    invite.mutate(kind, { onSuccess: (sent) => onDone(describeSent(sent)) });
    return true;
  };
  return (
    <DialogForm action="Invite" busy={invite.isPending} error={invite.error} onSubmit={submit} onClose={onClose}>
      <Radio.Group
        label="What it is"
        required
        value={form.kind}
        onChange={(kind) => setForm({ ...form, kind })}
        error={missing(form.kind, 'Choose what it is')}
      >
        <div className="stack">
          <Radio value="employer" label="Employer" description="Apprentices work there" />
          <Radio value="college" label="College" description="Gives the related instruction" />
        </div>
      </Radio.Group>
      {fields.map(([field, label, words]) => (
        <TextInput
          key={field}
          label={label}
          type={field === 'email' ? 'email' : 'text'}
          required
          autoComplete="off"
          value={form[field]}
          onChange={(event) => setForm({ ...form, [field]: event.currentTarget.value })}
          error={missing(form[field], words) ?? fieldError(invite.error, field)}
        />
      ))}
    </DialogForm>
  );
}
