import { Button } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { useLeave } from '../../api/leave.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { rememberPage } from './remembered-page.js';

interface ProviderButtonProps {
  readonly email: string;
  readonly label: string;
  /** Where to go on afterwards. */
  readonly backTo: string;
  /** Whether the organisation is to ask again who it is, even when it knows. */
  readonly fresh?: boolean;
  /** Called instead, when there is no address yet. */
  readonly onMissing: () => void;
}

/** Goes to the sign-in of one's organisation, which is found by the domain of the address. */
export function ProviderButton({ email, label, backTo, fresh = false, onMissing }: ProviderButtonProps) {
  const client = useClient();
  const leave = useLeave();
  const begin = useMutation({
    mutationFn: () => client(endpoints.beginProviderSignIn, { body: { email: email.trim(), fresh } }),
    meta: { quiet: true },
    onSuccess: ({ url }) => {
      rememberPage(backTo);
      leave(url);
    },
  });
  return (
    <>
      <Button
        variant="default"
        fullWidth
        loading={begin.isPending}
        onClick={() => (email.trim() === '' ? onMissing() : begin.mutate())}
      >
        {label}
      </Button>
      <ProblemNotice error={begin.error} />
    </>
  );
}
