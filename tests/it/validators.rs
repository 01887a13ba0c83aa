//! Judges that share no code with us look at the sample report, unsigned and after each of three signatures, and at
//! reports that were changed afterwards.

#![allow(clippy::unwrap_used)]

mod validators {
    mod agreement;
    mod judges;
    mod sample;
}
