import { Button } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

interface SignOutButtonProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly onDone: (words: string) => void;
}

/** Signs somebody out everywhere, after one question. */
export function SignOutButton({ person, onDone }: SignOutButtonProps) {
  const [opened, setOpened] = useState(false);
  const client = useClient();
  const signOut = useMutation({
    mutationFn: () => client(endpoints.signOutSomebody, { params: { person: person.id } }),
    onSuccess: () => {
      setOpened(false);
      onDone(`${person.name} is signed out everywhere, and got a letter about it.`);
    },
  });
  return (
    <>
      <Button variant="default" aria-label={`Sign out ${person.name} everywhere`} onClick={() => setOpened(true)}>
        Sign out
      </Button>
      <ConfirmDialog
        opened={opened}
        title={`Did ${person.name} lose a phone?`}
        action="Sign out everywhere"
        leave="Leave it"
        busy={signOut.isPending}
        error={signOut.error}
        onConfirm={() => signOut.mutate()}
        onClose={() => setOpened(false)}
      >
        <p>
          This ends all their sessions and sends them a letter. Their password and their second step stay: when a
          passkey or the authenticator app was on the phone, take the second step away as well.
        </p>
      </ConfirmDialog>
    </>
  );
}
