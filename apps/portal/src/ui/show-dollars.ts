const amount = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** Cents as dollars: `$24.50`. */
export const showDollars = (cents: number): string => amount.format(cents / 100);
