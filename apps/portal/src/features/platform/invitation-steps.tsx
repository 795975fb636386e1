import { Button } from '@mantine/core';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showInstant } from '../../ui/show-dates.js';
import { CopyField } from '../../ui/copy-field.js';
import css from './platform.module.css';
import { useInvite } from './use-platforms.js';

export type Invited = 'canvas' | 'moodle';

const steps = {
  canvas: [
    'Send the link to the administrator of Canvas, if that is not you.',
    'In Canvas open Admin → Apps → Manage → Install a New App, with Dynamic Registration, and paste the link; in an older Canvas Developer Keys → + Developer Key → LTI Registration.',
    'Confirm on the page that opens, leave permissions and placements as they are, and choose Install App (Enable in an older Canvas).',
    'Open Journeybook once from a course. If it waits for approval then, approve it on this page.',
  ],
  moodle: [
    'Send the link to the administrator of Moodle, if that is not you.',
    'In Moodle open Site administration → Plugins → External tool → Manage tools, paste the link into “Tool URL” and choose Add LTI Advantage.',
    'Confirm on the page that opens, close it, and choose Activate on the card of Journeybook.',
    'Choose the pencil on the card and set “Tool configuration usage” to “Show in activity chooser and as a preconfigured tool”, or instructors will not find it, and “Accept grades from the tool” to “Always”.',
    'In a course, add Journeybook as an activity and open it once.',
  ],
} as const;

/** A link that connects one platform by itself, and where its administrator puts it. */
export function InvitationSteps({ college, product }: { college: string; product: Invited }) {
  const invite = useInvite(college);
  return (
    <div className="stack">
      <ol className={css.steps}>
        {steps[product].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ProblemNotice error={invite.error} />
      {invite.data ? (
        <>
          <CopyField label="Invitation link" value={invite.data.link} />
          <p role="status" className="soft">
            Works once, until {showInstant(invite.data.expiresAt)}. It is shown only now: copy it before you leave.
          </p>
        </>
      ) : (
        <div>
          <Button onClick={() => invite.mutate()} loading={invite.isPending}>
            Make an invitation link
          </Button>
        </div>
      )}
    </div>
  );
}
