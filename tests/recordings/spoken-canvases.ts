/** Tables and lists made by voice, one sentence after the other. The typed words say what each must leave on the screen. */
export const SPOKEN_CANVASES: readonly (readonly string[])[] = [
  ['Make a shopping list.', 'Add milk and eggs.', 'Add bread.', 'Remove the eggs.', 'Take that back.', 'Cross off the first one.'],
  [
    'Create a packing list with socks and shirts.',
    'Add a toothbrush.',
    'Change socks to warm socks.',
    'Remove the second one.',
    'Take that back.',
  ],
  [
    'Make a table with the columns city and price.',
    'Add Paris, ninety dollars.',
    'Add London, forty dollars.',
    'Sort it by price.',
    'Remove the last one.',
  ],
  [
    'Make a list with apples, bananas and cherries.',
    'Put it in a table.',
    'Add a price column with one dollar, two dollars, three dollars.',
    'Remove the price column.',
    'Take that back.',
    "What's the total?",
  ],
  ['Make a reading list.', 'Add the old man and the sea.', 'Clear the list.', 'Undo.'],
  ['Put batteries on the shopping list.', 'Put candles on the shopping list.', 'Delete the first row.'],
  [
    'Make a plan for the weekend.',
    'Rename the what column to activity.',
    'Add a row with Saturday, ten, museum.',
    'Now the same for Sunday.',
  ],
  [
    'Make a table with the columns name, age and city.',
    'Add Anna, thirty, Berlin.',
    'Remove the age column.',
    'Add a column for the country.',
    'Show only Berlin.',
    'Show everything again.',
  ],
];
