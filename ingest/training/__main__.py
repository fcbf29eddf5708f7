from ingest.training.command import main

main()
