package tracenova.local;

/// What the resources of a template are called where it runs.
interface Names {

    /// The value of `!Ref id`; also asked for `AWS::Region` and its like.
    String ref(String id);

    /// The value of `!GetAtt id.attribute`.
    String attribute(String id, String attribute);
}
