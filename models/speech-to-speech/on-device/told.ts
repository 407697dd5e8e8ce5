/** Put behind what is told, to whoever listens; it asks nothing. */
export const TAG =
  /,? ?\b(?:(?:isn't|aren't|wasn't|weren't|doesn't|don't|didn't|won't|wouldn't|can't|hasn't|haven't|is|are|was|does|do|did|will|would|can|has|have) (?:it|that|they|you|he|she|we|i|there|this)(?: (?:just|not|the best|lovely|great|awful|funny|daft|mad|imagine|believe|believe it|that|all|a|strange|odd|weird|nice|typical|always|the|best|feeling|way)){0,4}|right|eh|huh|innit|you know|no|can you imagine|would you believe it|believe it or not|if you see what i mean|funny that)[ ?.!]*$/;
