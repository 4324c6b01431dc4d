/**
 * The body that a destination receives for an event. It is made from the stored event alone, so that each
 * attempt, and the log, has the same bytes.
 * @param dataJson the event's data as JSON text, keys in the sender's order
 */
export function webhookBody(event: { type: string; occurredAt: Date; dataJson: string }): string {
  return `{"type":${JSON.stringify(event.type)},"timestamp":${JSON.stringify(event.occurredAt.toISOString())},"data":${event.dataJson}}`;
}
