import type { StandardContents } from '@journeybook/contracts';
import { stepCentsPerHour, type WageSchedule, type WageStep } from '@journeybook/domain';
import { showPercent } from '../../../ui/course-standing.js';
import { showDollars } from '../../../ui/show-dollars.js';
import { describeThreshold } from '../describe-terms.js';
import css from './standard-view.module.css';

/** The wage schedule: when a step falls due and what it pays at least. */
export function WagesCard({ contents }: { contents: StandardContents }) {
  const wages = contents.terms?.wages ?? null;
  return (
    <section className="card" aria-labelledby="wages">
      <h2 id="wages">Wages</h2>
      {wages === null ? (
        <p className="soft">This version lays down no wage schedule.</p>
      ) : (
        <>
          <p className="soft">A journeyworker earns {showDollars(wages.journeyworkerCentsPerHour)} an hour.</p>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">Step</th>
                <th scope="col">Of it</th>
                <th scope="col">At least, an hour</th>
              </tr>
            </thead>
            <tbody>
              {wages.steps.map((step) => (
                <tr key={step.step}>
                  <th scope="row">
                    {step.step}. {step.title}
                    <br />
                    <span className="soft">{describeThreshold(step.after)}</span>
                  </th>
                  <td className="num">{showPercent(step.percent)}</td>
                  <td className="num">{showDollars(stepCentsPerHour(wages as WageSchedule, step as WageStep))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
