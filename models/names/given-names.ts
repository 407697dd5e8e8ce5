/**
 * Given names that are common somewhere. A small recogniser writes "call me cake" and "my name is e-gore": where somebody
 * tells a name, these are likelier words than others even before a card knows them.
 */
export const GIVEN_NAMES: readonly string[] = `
  Aaron Abigail Adam Adrian Ahmed Aisha Alan Albert Alejandro Alex Alexander Alexandra Alfred Ali Alice Alina Amanda Amelia Amir Amy Ana Andre Andrea Andrew Andrey
  Angela Anita Anna Anne Anthony Antonio Arthur Ashley Barbara Beatrice Ben Benjamin Bernard Bill Bob Boris Brandon Brian Bruce Camila Carl Carla Carlos Carol Caroline
  Catherine Cecilia Charles Charlotte Chen Chloe Chris Christian Christina Christopher Claire Clara Claudia Colin Connor Craig Cynthia Daniel Daniela Dave David Deborah
  Denis Dennis Diana Diego Dmitri Dominic Donald Dorothy Douglas Dylan Eduardo Edward Elena Eleanor Eli Elias Elizabeth Ella Emily Emma Eric Erik Esther Ethan Eva Evan
  Fatima Felix Fernando Fiona Frances Francesca Francisco Frank Fred Gabriel Gary George Gerald Grace Greg Gregory Gustav Hannah Harold Harry Hassan Heather Helen Helena
  Henry Hugo Ian Ibrahim Igor Ingrid Irene Irina Isaac Isabel Isabella Ivan Jack Jacob James Jamie Jan Jane Janet Jason Javier Jean Jeff Jennifer Jeremy Jerry Jessica
  Jim Joan Joe Johan John Jonathan Jorge Jose Joseph Joshua Joyce Juan Judith Julia Julian Julie Karen Karl Kate Katherine Kathleen Keith Kelly Kenneth Kevin Kim Kyle
  Lara Larry Laura Lauren Lee Leila Leo Leon Liam Lily Linda Lisa Louis Louise Lucas Lucia Lucy Luis Luke Luna Magda Marco Marcus Margaret Maria Marie Mario Mark Marta
  Martha Martin Mary Matthew Max Maya Megan Melissa Mia Michael Michelle Miguel Mike Mila Mohamed Mohammed Monica Morgan Nadia Nancy Natalia Natalie Nathan Nicholas
  Nick Nicole Nikolai Nina Noah Nora Oliver Olivia Omar Oscar Otto Pablo Pamela Patricia Patrick Paul Paula Pedro Peter Philip Phillip Priya Rachel Ralph Raymond Rebecca
  Richard Robert Robin Roger Ronald Rosa Rose Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Sasha Scott Sean Sebastian Sergei Sharon Simon Sofia
  Sonia Sophia Sophie Stella Stephanie Stephen Steve Steven Susan Sven Tania Tara Ted Teresa Terry Thomas Tim Timothy Tina Tom Tony Tyler Valentina Vanessa Vera Victor
  Victoria Vincent Virginia Vladimir Walter Wendy William Yuki Yusuf Zoe`
  .trim()
  .split(/\s+/);
