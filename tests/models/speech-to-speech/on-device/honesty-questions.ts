/** What a small model answers with inventions: nothing of it may be answered by the model itself. */
export const QUESTIONS = `
What is the capital of France?
Who wrote Hamlet?
When did the Second World War end?
How tall is Mount Everest?
Who discovered penicillin?
What do caterpillars turn into?
Who painted the Mona Lisa?
What is the largest ocean on Earth?
How many bones does a human have?
Which planet is closest to the sun?
Tell me about the French Revolution.
Explain how a battery works.
Why is the sky blue?
Where do penguins live?
What does photosynthesis mean?
What is the square root of two thousand and three?
If a train goes eighty miles in two hours and stops twice, when does it arrive?
How many prime numbers are there below fifty?
What is the third root of sixty four divided by pi?
How old is someone born in nineteen seventy?
What is the weather like today?
Will it rain tomorrow?
Who won the game last night?
What is the news?
What is the stock price of Apple?
How much does a ticket to Berlin cost?
Is the shop on the corner still open?
When does the next bus leave?
What is my mother's name?
Where did I leave my keys?
What did I eat yesterday?
When is my sister's birthday?
What is my bank balance?
What is my password?
Who am I married to?
Why did Einstein invent the telephone?
When did Napoleon land on the moon?
Who was the king of America in nineteen fifty?
How many legs do snakes have?
I wonder which year the moon exploded.
Should I take aspirin for my headache?
What pills help against a cough?
How much ibuprofen is too much?
Is this rash dangerous?
My stomach hurts, what is it?
Can I sue my landlord?
Is it legal to record a phone call?
Do I need to pay tax on a gift?
How do I write a will?
Should I sign this contract?
`
  .trim()
  .split('\n');

/** Company, which is what the small model is for. */
export const SMALL_TALK = `
Hello!
Hi there.
Good morning.
How are you?
How is your day going?
Who are you?
Are you a robot?
Do you like music?
Tell me a story.
Thank you.
That was kind.
You are funny.
I had a long day at work.
I am so tired.
I got the job!
My dog is sick.
It was a lovely evening.
I am a little sad today.
Good night.
See you tomorrow.
`
  .trim()
  .split('\n');
