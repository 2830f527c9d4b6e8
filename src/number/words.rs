//! Numbers in words: "half a", "three and a half", "twenty-five hundred".
