import { MentorLinksCard } from '../features/mentor-link/mentor-links-card.js';
import { ShowCode } from '../features/mentor-link/show-code.js';
import { PageHeading } from '../ui/page-heading.js';
import { OwnPage } from './own-page.js';

const title = 'Ask a mentor';

/** Where an apprentice asks a mentor who is not at a screen: by a QR code on the phone, or by a letter. */
export const AskMentorRoute = () => (
  <OwnPage title={title}>
    {(own) => (
      <div className="stack">
        <PageHeading title={title} />
        <ShowCode apprenticeship={own} />
        <MentorLinksCard apprenticeship={own} />
      </div>
    )}
  </OwnPage>
);
