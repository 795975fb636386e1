import { AskMentorLink } from './ask-mentor-link.js';
import { LogPage } from '../features/hours/log-page.js';
import { OwnPage } from './own-page.js';

/** Where the apprentice who is signed in logs hours. */
export const LogRoute = () => (
  <OwnPage title="Log hours">
    {(own) => (
      <>
        <LogPage apprenticeship={own} />
        <AskMentorLink />
      </>
    )}
  </OwnPage>
);
