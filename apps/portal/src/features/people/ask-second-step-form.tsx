import { Checkbox, Stack } from '@mantine/core';
import { endpoints, type OrganizationSecondFactor, type Shown } from '@journeybook/contracts';
import { addDays, longestGraceDays } from '@journeybook/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../api/client.js';
import { readIfChanged, sayChanged, useShown } from '../../ui/changed-since-shown.js';
import { DayField } from '../../ui/day-field.js';
import { DialogForm } from '../../ui/form-dialog.js';
import { fieldError } from '../../ui/problem-notice.js';
import { today } from '../../ui/show-dates.js';
import { describeAsked } from './describe-asked.js';
import { roleNames } from '../session/role-names.js';

type Role = OrganizationSecondFactor['roles'][number];

interface AskSecondStepFormProps {
  readonly asked: OrganizationSecondFactor;
  /** What is read again once it is kept. */
  readonly refresh: readonly string[];
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** Time for everybody to come in once. */
const proposedGraceDays = 14;

/** Of which roles an organisation asks a second step, and from which day on. */
export function AskSecondStepForm({ asked, refresh, onDone, onClose }: AskSecondStepFormProps) {
  const client = useClient();
  const queries = useQueryClient();
  const [roles, setRoles] = useState<Role[]>(asked.roles);
  const [from, setFrom] = useState<string>(asked.requiredFrom ?? addDays(today(), proposedGraceDays));
  const [tried, setTried] = useState(false);
  const keep = useMutation({
    mutationFn: (shown: Shown) =>
      client(endpoints.requireSecondFactor, {
        params: { organization: asked.organization.id },
        body: { roles, requiredFrom: from },
        ifMatch: shown,
      }),
    onError: readIfChanged(queries, refresh),
    onSuccess: () => {
      for (const key of [refresh, ['session']]) void queries.invalidateQueries({ queryKey: key });
      onDone(
        roles.length > 0
          ? 'It is kept. Everybody concerned is reminded when they sign in.'
          : 'Nobody is asked any more.',
      );
    },
  });
  const { ifMatch: shown } = useShown(asked.edition, keep.error);
  const submit = () => {
    setTried(true);
    if (from === '') return false;
    keep.mutate(shown);
    return true;
  };
  return (
    <DialogForm
      action="Keep it"
      busy={keep.isPending}
      error={keep.error}
      says={sayChanged(keep.error, describeAsked(asked))}
      onSubmit={submit}
      onClose={onClose}
    >
      <Checkbox.Group
        label="Who has to give a second step"
        description="A code from their phone’s authenticator app, or a passkey. With nobody chosen, nobody has to."
        value={roles}
        onChange={(chosen) => setRoles(asked.mayAsk.filter((role) => chosen.includes(role)))}
        error={fieldError(keep.error, 'roles')}
      >
        <Stack gap={12} mt={8}>
          {asked.mayAsk.map((role) => (
            <Checkbox key={role} value={role} label={roleNames[role]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <DayField
        label="From"
        description="Until then they are reminded. From that day on they set it up before anything else."
        required
        value={from}
        min={today()}
        max={addDays(today(), longestGraceDays)}
        onChange={setFrom}
        error={tried && from === '' ? 'Choose a day' : fieldError(keep.error, 'requiredFrom')}
      />
    </DialogForm>
  );
}
