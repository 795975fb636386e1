import type { CompetencyView } from '@journeybook/contracts';
import type { KnownPerson, LinkSession, MentorLinkAct } from '@journeybook/database';
import type { CompetencyCode, SignOff } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { DemonstrateCompetency } from '../competency/demonstrate-competency.js';
import { ObserveCompetency } from '../competency/observe-competency.js';
import { SignOffCompetency } from '../competency/sign-off-competency.js';
import { LinkReach } from './link-reach.js';

/** A mentor's acts by a link on the skill that was asked about: the same use-cases and rules as for one who signed in. */
@Injectable()
export class SkillsByLink {
  constructor(
    private readonly reach: LinkReach,
    private readonly demonstrateCompetency: DemonstrateCompetency,
    private readonly observeCompetency: ObserveCompetency,
    private readonly signOffCompetency: SignOffCompetency,
  ) {}

  demonstrate(link: LinkSession, act: Parameters<DemonstrateCompetency['demonstrate']>[2]): Promise<CompetencyView> {
    const work = (by: KnownPerson) => this.demonstrateCompetency.demonstrate(by, link.apprenticeship, act);
    return this.act(link, act.competency, { act: 'demonstrated', work });
  }

  observe(link: LinkSession, act: Parameters<ObserveCompetency['observe']>[2]): Promise<CompetencyView> {
    const work = (by: KnownPerson) => this.observeCompetency.observe(by, link.apprenticeship, act);
    return this.act(link, act.competency, { act: 'observed', work });
  }

  signOff(link: LinkSession, act: Omit<SignOff, 'by'>): Promise<CompetencyView> {
    const work = (by: KnownPerson) => this.signOffCompetency.signOff(by, link.apprenticeship, act);
    return this.act(link, act.competency, { act: 'signed-off', work });
  }

  private async act(
    link: LinkSession,
    competency: CompetencyCode,
    { act, work }: { readonly act: MentorLinkAct; readonly work: (by: KnownPerson) => Promise<CompetencyView> },
  ): Promise<CompetencyView> {
    await this.reach.needRequest(link, competency);
    const after = await work(await this.reach.mentorOf(link));
    await this.reach.note(link, act, [competency]);
    return after;
  }
}
