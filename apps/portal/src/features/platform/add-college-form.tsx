import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Named } from '@journeybook/contracts';
import type { OrganizationId } from '@journeybook/domain';
import { type FormEvent, useState } from 'react';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { useAddCollege } from './use-platforms.js';

interface AddCollegeFormProps {
  readonly sponsors: readonly Named[];
  readonly onAdded: (college: Named) => void;
}

/** Adds a college by name; it works with the sponsor from then on. */
export function AddCollegeForm({ sponsors, onAdded }: AddCollegeFormProps) {
  const [name, setName] = useState('');
  const [sponsor, setSponsor] = useState(sponsors[0]?.id ?? '');
  const add = useAddCollege();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ sponsor: sponsor as OrganizationId, name }, { onSuccess: onAdded });
  };
  return (
    <form onSubmit={submit} className="card stack" noValidate aria-label="Add a college">
      <h2>Add a college</h2>
      {sponsors.length > 1 && (
        <NativeSelect
          label="It works with"
          data={sponsors.map(({ id, name: label }) => ({ value: id, label }))}
          value={sponsor}
          onChange={(event) => setSponsor(event.currentTarget.value)}
        />
      )}
      <TextInput
        label="Name of the college"
        required
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldError(add.error, 'name')}
      />
      <ProblemNotice error={add.error} />
      <div>
        <Button type="submit" loading={add.isPending}>
          Add
        </Button>
      </div>
    </form>
  );
}
