import { apprenticeshipId, endpoints, mentorshipId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { AssignMentor } from './assign-mentor.js';
import { EndMentorship } from './end-mentorship.js';
import { ListPossibleMentors } from './list-possible-mentors.js';

const Agreement = () => Param('apprenticeship', { schema: apprenticeshipId });

@Controller()
export class MentorshipController {
  constructor(
    private readonly listPossibleMentors: ListPossibleMentors,
    private readonly assignMentor: AssignMentor,
    private readonly endMentorship: EndMentorship,
  ) {}

  @Serves(endpoints.listPossibleMentors, 'apprenticeship:assign-mentor')
  async possible(@SignedInPerson() person: KnownPerson, @Agreement() apprenticeship: ApprenticeshipId) {
    return { mentors: await this.listPossibleMentors.list(person, apprenticeship) };
  }

  @Serves(endpoints.assignMentor, 'apprenticeship:assign-mentor')
  assign(
    @SignedInPerson() person: KnownPerson,
    @Agreement() apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.assignMentor.body }) assignment: z.output<typeof endpoints.assignMentor.body>,
  ) {
    return this.assignMentor.assign(person, apprenticeship, assignment);
  }

  @Serves(endpoints.endMentorship, 'apprenticeship:assign-mentor')
  end(
    @SignedInPerson() person: KnownPerson,
    @Agreement() apprenticeship: ApprenticeshipId,
    @Param('mentorship', { schema: mentorshipId }) mentorship: string,
    @Body({ schema: endpoints.endMentorship.body }) { until }: z.output<typeof endpoints.endMentorship.body>,
  ) {
    return this.endMentorship.end(person, apprenticeship, { mentorship, until });
  }
}
