const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "Sep 24, 2024 926 PM" as 2024-09-24 21:26; as it is where the month has another name. */
export function momentIn(date: string): string {
  const [, month = '', day = '', year = '', hours = '', minutes = '', half] =
    /^(\p{L}+)\.? (\d{1,2}), (\d{4}) (\d{1,2}):?(\d\d)(?: ([AP]M))?$/u.exec(date) ?? [];
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (number === 0) return date;
  const hour =
    half === undefined || Number(hours) > 12 ? Number(hours) : (Number(hours) % 12) + (half === 'PM' ? 12 : 0);
  const two = (value: number | string): string => String(value).padStart(2, '0');
  return `${year}-${two(number)}-${two(day)} ${two(hour)}:${minutes}`;
}
