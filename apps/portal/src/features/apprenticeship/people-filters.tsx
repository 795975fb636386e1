import { Button } from '@mantine/core';
import css from './people-list.module.css';
import { type Order, orders } from './order-people.js';

interface PeopleFiltersProps {
  readonly behind: boolean;
  /** How many are behind. */
  readonly count: number;
  readonly order: Order;
  readonly onBehind: (on: boolean) => void;
  readonly onOrder: (order: Order) => void;
}

/** For an office: only those who are behind, and the most behind first. */
export const PeopleFilters = ({ behind, count, order, onBehind, onOrder }: PeopleFiltersProps) => (
  <div className={css.filters}>
    <Button variant={behind ? 'filled' : 'default'} aria-pressed={behind} onClick={() => onBehind(!behind)}>
      Behind&nbsp;<span className="num">{count}</span>
    </Button>
    <div role="group" aria-label="Order" className="row">
      <span className="soft" aria-hidden="true">
        Order
      </span>
      {(Object.keys(orders) as Order[]).map((one) => (
        <Button
          key={one}
          variant={order === one ? 'filled' : 'default'}
          aria-pressed={order === one}
          onClick={() => onOrder(one)}
        >
          {orders[one]}
        </Button>
      ))}
    </div>
  </div>
);
