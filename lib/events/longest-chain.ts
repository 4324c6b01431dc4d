/** Of what so many automations in a row have led to, no automation makes a run. */
export const longestChain = 3;
