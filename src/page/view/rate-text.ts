/** A learning rate as people write it. */
export const rateText = (rate: number): string => String(rate).replace('e+', 'e').replace('-', '−');
