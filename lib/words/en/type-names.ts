/** What a type of value is called, within a sentence. @param param that holds the type */
export function typeNamed(param: string): string {
  return `{${param}, select, text {a text} number {a number} integer {a whole number} boolean {yes or no} date {a day}
    instant {a date with a time} money {an amount with its currency} object {a group of fields} list {a list}
    lines {order lines} null {nothing} other {something else}}`;
}
