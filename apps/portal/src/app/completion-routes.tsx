import { getRouteApi } from '@tanstack/react-router';
import { CompletionPage } from '../features/completion/completion-page.js';
import { OwnAgreement } from './own-agreement.js';
import { SomebodysRecord } from './somebodys-record.js';

const completion = getRouteApi('/signed-in/apprentices/$apprenticeship/completion');

/** What the apprentice who is signed in still needs, and where the award stands. */
export const OwnCompletionRoute = () => (
  <OwnAgreement title="Completion">{(own) => <CompletionPage apprenticeship={own} own />}</OwnAgreement>
);

/** Somebody else's completion, where the employer attests and the sponsor reviews. */
export function CompletionRoute() {
  const { apprenticeship } = completion.useParams();
  return (
    <SomebodysRecord apprenticeship={apprenticeship}>
      {(id) => <CompletionPage apprenticeship={id} own={false} />}
    </SomebodysRecord>
  );
}
