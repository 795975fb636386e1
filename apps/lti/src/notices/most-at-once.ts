/** How many notices a delivery may bring; platforms are asked to keep to it. */
export const mostAtOnce = 50;
