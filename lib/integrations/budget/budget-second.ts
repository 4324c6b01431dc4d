/**
 * How many seconds a second of an app's budget takes. A constant and no setting: tests put another module in its place,
 * so that they wait for no budget of an app.
 */
export const budgetSecond: number = 1;
