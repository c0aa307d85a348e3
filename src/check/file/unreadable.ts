/** A file that cannot be read as a workbook. Its message is one sentence for the person who gave it. */
export class Unreadable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unreadable';
  }
}
