import pg from 'pg';
import { acting } from './acting.js';
import { reachOf, settingReach } from './reach.js';

type Handed = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void;

const keyOf = (values: readonly string[]): string => values.join(' ');
/** As a new connection has it. */
const nobodys = keyOf(settingReach(reachOf(undefined)).values);

/**
 * Hands out connections on which the reach of whoever calls is set. It is set when it differs from what that connection had last, and
 * before anything else runs there; a connection on which it could not be set is not handed out.
 */
export class ReachPool extends pg.Pool {
  private readonly set = new WeakMap<pg.PoolClient, string>();

  override connect(): Promise<pg.PoolClient>;
  override connect(handed: Handed): void;
  override connect(handed?: Handed): Promise<pg.PoolClient> | void {
    if (!handed)
      return new Promise((resolve, reject) => {
        this.connect((error, client) => (client ? resolve(client) : reject(error ?? new Error('no connection'))));
      });
    // Read now: the callback may be called on behalf of whoever gave a connection back.
    const { text, values } = settingReach(reachOf(acting()?.caller));
    const key = keyOf(values);
    super.connect((error, client, done) => {
      if (error || !client) return handed(error, client, done);
      if (key === (this.set.get(client) ?? nobodys)) return handed(undefined, client, done);
      client.query(text, values).then(
        () => {
          this.set.set(client, key);
          handed(undefined, client, done);
        },
        (failure: Error) => {
          done(failure);
          handed(failure, undefined, () => undefined);
        },
      );
    });
  }
}
