/** The `response_id` of the row that shows how to fill in a table. It is nobody's answer: intake leaves it out by rule. */
export const exampleId = 'example';
