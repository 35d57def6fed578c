//! Many builds at once into one folder.

use std::process::{Child, Stdio};

use crate::desk::{Desk, Version};

#[test]
fn of_ten_builds_at_once_each_publishes_a_whole_site_or_gives_way() {
    let desk = Desk::new();
    desk.publish(Version::A);
    for _ in 0..2 {
        let versions = (0..10).map(|number| if number % 2 == 0 { Version::B } else { Version::A });
        let builds: Vec<Child> =
            versions.map(|version| desk.build(version).stderr(Stdio::piped()).spawn().unwrap()).collect();
        let mut published = 0;
        for build in builds {
            let ended = build.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&ended.stderr).into_owned();
            match ended.status.code() {
                Some(0) => published += 1,
                Some(2) => assert!(said.contains("another gongdu is publishing into it"), "{said}"),
                other => panic!("{other:?}: {said}"),
            }
        }
        assert!(published > 0);
        desk.whole("public");
    }
    desk.publish(Version::B);
    desk.publish(Version::A);
}
