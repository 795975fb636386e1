import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';

/** Asks before what is typed and not saved is left behind, also when the whole page is closed. */
export function LeaveDialog({ dirty }: { dirty: boolean }) {
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <Modal
      opened={leaving.status === 'blocked'}
      onClose={() => leaving.reset?.()}
      title="Leave without saving?"
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      <div className="stack">
        <p>What you changed in this draft since it was last saved is lost when you leave.</p>
        <div className="row">
          <Button data-autofocus onClick={() => leaving.reset?.()}>
            Stay
          </Button>
          <Button variant="default" onClick={() => leaving.proceed?.()}>
            Leave without saving
          </Button>
        </div>
      </div>
    </Modal>
  );
}
