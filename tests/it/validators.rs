//! Judges that share no code with us look at the sample report, unsigned and after each of three signatures, and at
//! reports that were changed or painted over afterwards. The unsigned one is the golden report.

#![allow(clippy::unwrap_used)]

mod validators {
    mod agreement;
    mod golden;
    mod judges;
    mod painted;
    mod sample;
}
