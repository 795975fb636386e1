import { getRouteApi } from '@tanstack/react-router';
import { CompletionPage } from '../features/completion/completion-page.js';
import { OwnPage } from './own-page.js';
import { SomebodysRecord } from './somebodys-record.js';

const completion = getRouteApi('/signed-in/apprentices/$apprenticeship/completion');

/** What the apprentice who is signed in still needs, and where the award stands. */
export const OwnCompletionRoute = () => (
  <OwnPage title="Completion">{(own) => <CompletionPage apprenticeship={own} own />}</OwnPage>
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
